/** How the pages are built: src/desk into dist/desk; charts and maps load when they are needed. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/desk',
  plugins: [react()],
  // MapLibre and ECharts are large, and come only with the pages that draw.
  build: { outDir: '../../dist/desk', emptyOutDir: true, manifest: true, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '^/api/': `http://127.0.0.1:${process.env.PORT ?? 8080}` } },
})
